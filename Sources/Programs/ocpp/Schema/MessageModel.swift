/// The message models, as text (Model/README.md describes the format).
enum MessageModel {}
