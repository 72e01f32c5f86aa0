package dev.fernpost.carriers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
@@14 @Component
public class CarrierRegistry {
  private final List<CarrierClient> clients;

  public CarrierRegistry(List<CarrierClient> clients) {
    this.clients = List.copyOf(clients);
  }

  public static CarrierRegistry known() {
    return new CarrierRegistry(List.of());
  }

@@31   public Optional<CarrierClient> byName(String written) {
    CarrierName name = CarrierName.valueOf(written.toUpperCase(Locale.ROOT));
@@40     return clients.stream().filter(client -> client.name() == name).findFirst();



  }

@@60   public List<CarrierClient> all() {
    return clients;
  }
@@83 }
