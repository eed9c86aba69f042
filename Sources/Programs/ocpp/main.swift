print("ocpp")
