package ai.wikibuilder.index;

/**
 * A small repository whose ranking is reviewed: berths of a harbour are booked, in several
 * languages, with settings, tests, documents and a sample beside the code.
 */
final class SmallHarbour {
  private SmallHarbour() {}

  static Fixture files() {
    Fixture files = new Fixture();
    booking(files);
    gate(files);
    around(files);
    return files;
  }

  private static void booking(Fixture files) {
    files
        .put(
            "berths/booking/BerthBook.java",
            """
            public final class BerthBook {
              public void reserveBerth(Ship ship, Berth berth) {
                if (berth.depth() < ship.draught()) {
                  throw new BookingException("berth is too shallow for this ship");
                }
                entries.put(berth, new Booking(ship, clock.instant()));
              }

              public void cancelBooking(Booking booking) {
                entries.remove(booking.berth());
                fees.refund(booking);
              }

              public void setWaitingListSize(int size) {
                waiting.resize(size);
              }

              public void sweep() {
                entries.values().removeIf(booking -> booking.ends().isBefore(clock.instant()));
              }
            }
            """)
        .put(
            "berths/booking/WaitingList.java",
            """
            public final class WaitingList {
              public void enqueue(Ship ship) {
                ships.addLast(ship);
              }

              public void promoteFirst() {
                Ship ship = ships.pollFirst();
                book.reserveBerth(ship, free.next());
              }
            }
            """)
        .put(
            "berths/fees/tariff.py",
            """
            class Tariff:
                def mooring_fee(self, ship, days):
                    # long ships pay by the metre, others a flat rate
                    return days * max(self.flat, ship.length * self.per_metre)

                def refund(self, booking):
                    return self.mooring_fee(booking.ship, booking.days) / 2
            """);
  }

  private static void gate(Fixture files) {
    files
        .put(
            "gate/radio/listener.go",
            """
            // Hears ships that call on channel 12.
            func ListenForShips(channel Channel) {
                for call := range channel {
                    queue <- parseCall(call)
                }
            }

            func parseCall(raw string) Call {
                parts := strings.SplitN(raw, "|", 3)
                if len(parts) != 3 {
                    return failure("malformed call: expected name, length and draught")
                }
                return Call{parts[0], parts[1], parts[2]}
            }
            """)
        .put(
            "gate/web/board.js",
            """
            // Draws the board with arrivals and departures.
            function renderBoard(ships) {
              const rows = ships.map(rowOfShip);
              table.replaceChildren(...rows);
            }

            function rowOfShip(ship) {
              return row(ship.name, ship.berth, ship.arrival);
            }
            """);
  }

  private static void around(Fixture files) {
    files
        .put(
            "config/harbour.yaml",
            "channel: 12\nwaiting_list_size: 40\nfees:\n  flat: 30\n  per_metre: 2\n")
        .put(
            "tests/test_tariff.py",
            """
            def test_mooring_fee_of_a_long_ship():
                assert Tariff(flat=30, per_metre=2).mooring_fee(ship(length=40), days=2) == 160
            """)
        .put(
            "examples/reserve_berth.py",
            "def main():\n    book = BerthBook()\n    book.reserve_berth(ship, berth)\n")
        .put(
            "docs/architecture.md",
            """
            # Architecture

            The gate hears ships by radio and puts their calls into a queue. Booking takes them from
            there, finds a berth that is deep enough, and asks the tariff for the fee.
            """)
        .put("README.md", "# Small harbour\n\nBooks berths for ships. Start with docs/.\n");
  }
}
