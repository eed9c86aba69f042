// Random numbers of the host, from qemu's virtio-rng: a device on the virtio-mmio bus (Virtual I/O Device
// 1.1, §4.2 and §5.4), asked for 32 bytes at a time.
#include "board.h"

#define BUS 0x10001000u
#define SLOT 0x1000u
#define SLOTS 8

enum {
  MAGIC = 0x000, VERSION = 0x004, DEVICE = 0x008, DRIVER_FEATURES = 0x020, DRIVER_FEATURES_SELECT = 0x024,
  QUEUE_SELECT = 0x030, QUEUE_SIZE = 0x038, QUEUE_READY = 0x044, QUEUE_NOTIFY = 0x050, STATUS = 0x070,
  QUEUE_DESCRIPTORS = 0x080, QUEUE_DRIVER = 0x090, QUEUE_DEVICE = 0x0a0
};
enum { ACKNOWLEDGE = 1, DRIVER = 2, DRIVER_OK = 4, FEATURES_OK = 8 };
enum { DEVICE_WRITES = 2, FEATURE_VERSION_1_WORD = 1, FEATURE_VERSION_1 = 1 };

// A queue of one buffer.
static struct { uint64_t address; uint32_t length; uint16_t flags, next; } descriptor __attribute__((aligned(16)));
static volatile struct { uint16_t flags, index, ring[1]; } offered;
static volatile struct { uint16_t flags, index; struct { uint32_t id, length; } ring[1]; } used __attribute__((aligned(4)));
static uint32_t words[8];
static uint32_t device;
static int left;

static volatile uint32_t *at(uint32_t offset) { return (volatile uint32_t *)(uintptr_t)(device + offset); }
static void set_address(uint32_t offset, volatile const void *what) {
  *at(offset) = (uint32_t)(uintptr_t)what;
  *at(offset + 4) = 0;
}

static void find(void) {
  for (int slot = 0; slot < SLOTS; slot++) {
    device = BUS + (uint32_t)slot * SLOT;
    if (*at(MAGIC) == 0x74726976 && *at(VERSION) == 2 && *at(DEVICE) == 4) return;
  }
  board_fail("no random numbers: qemu needs -global virtio-mmio.force-legacy=false -device virtio-rng-device\n");
}

static void start(void) {
  find();
  *at(STATUS) = 0;
  *at(STATUS) = ACKNOWLEDGE | DRIVER;
  *at(DRIVER_FEATURES_SELECT) = FEATURE_VERSION_1_WORD;
  *at(DRIVER_FEATURES) = FEATURE_VERSION_1;
  *at(STATUS) = ACKNOWLEDGE | DRIVER | FEATURES_OK;
  *at(QUEUE_SELECT) = 0;
  *at(QUEUE_SIZE) = 1;
  set_address(QUEUE_DESCRIPTORS, &descriptor);
  set_address(QUEUE_DRIVER, &offered);
  set_address(QUEUE_DEVICE, &used);
  *at(QUEUE_READY) = 1;
  *at(STATUS) = ACKNOWLEDGE | DRIVER | FEATURES_OK | DRIVER_OK;
  descriptor.address = (uintptr_t)words;
  descriptor.length = sizeof words;
  descriptor.flags = DEVICE_WRITES;
}

static void fill(void) {
  uint32_t got = 0;
  if (!device) start();
  // The device may give less than it was asked for, but never nothing.
  while (got < 4) {
    uint16_t before = used.index;
    __asm__ volatile("fence rw, rw" ::: "memory");
    offered.index++;
    __asm__ volatile("fence rw, rw" ::: "memory");
    *at(QUEUE_NOTIFY) = 0;
    while (used.index == before) {}
    __asm__ volatile("fence rw, rw" ::: "memory");
    got = used.ring[0].length;
  }
  left = (int)(got > sizeof words ? sizeof words : got) / 4;
}

uint32_t board_random(void) {
  uint32_t word;
  if (!left) fill();
  word = words[--left];
  words[left] = 0;
  return word;
}
void arc4random_buf(void *to, size_t n) {
  for (size_t i = 0; i < n; i++) ((uint8_t *)to)[i] = (uint8_t)board_random();
}
