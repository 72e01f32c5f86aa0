package ai.wikibuilder.index;

/** A small repository whose ranking is reviewed: a shop that sends parcels. */
final class SmallShop {
  private SmallShop() {}

  static Fixture files() {
    return new Fixture()
        .put(
            "README.md",
            "# Small shop\n\nTakes orders, sends parcels, tracks them.\nSee src/auth/login.py for login.\n")
        .put(
            "src/tracking/ParcelTracker.java",
            """
            /** Follows a parcel from the warehouse to the door. */
            public final class ParcelTracker {
              // events come out of order and are sorted by their time
              public void apply(ParcelEvent event) {
                state = state.next(event);
                listeners.forEach(listener -> listener.changed(state));
              }

              public void subscribe(Listener listener) {
                listeners.add(listener);
              }

              public void replay(List<ParcelEvent> events) {
                events.forEach(this::apply);
              }
            }
            """)
        .put(
            "src/orders/PriceRule.java",
            """
            /** Takes a discount off an order. */
            public final class PriceRule {
              public void apply(Order order) {
                order.setTotal(order.total().minus(discount));
              }
            }
            """)
        .put(
            "src/auth/login.py",
            """
            # Sign in with a password, or with a token kept in a cookie.
            def check_password(user, password):
                if not verify(password, user.password_hash):
                    raise AuthError("Wrong user name or password, try again")

            def open_session(user):
                token = new_token()
                sessions[token] = user
                return token
            """)
        .put(
            "src/users/store.py",
            """
            class UserStore:
                def save_user(self, user):
                    # validates first, then writes to the database
                    self.validate(user)
                    self.database.insert("users", user)

                def find_user(self, name):
                    return self.database.select("users", name)
            """)
        .put(
            "src/web/cart.js",
            """
            // Adds products to the cart and keeps it in the browser.
            function addToCart(product) {
              const cart = loadCart();
              cart.items.push(product);
              saveCart(cart);
            }

            function loadCart() {
              return JSON.parse(localStorage.cart);
            }
            """)
        .put(
            "tests/test_store.py",
            """
            def test_save_user():
                store = UserStore()
                store.save_user(User("ada"))
                assert store.find_user("ada")
            """)
        .put(
            "docs/parcels.md",
            "# Parcels\n\nA parcel is tracked by events that a carrier sends.\n");
  }
}
