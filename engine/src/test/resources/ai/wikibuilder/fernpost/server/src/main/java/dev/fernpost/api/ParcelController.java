package dev.fernpost.api;

import dev.fernpost.carriers.CarrierName;
import dev.fernpost.notify.Subscription;
import dev.fernpost.shops.Shop;
import dev.fernpost.tracking.Parcel;
import dev.fernpost.tracking.ParcelStore;
import dev.fernpost.tracking.ParcelTracker;
import dev.fernpost.tracking.TrackingNumber;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
@@24 @RestController
@RequestMapping("/api/parcels")
@RequiredArgsConstructor
public class ParcelController {

  private final ParcelStore store;
  private final ParcelTracker tracker;

@@44   @GetMapping("/{number}")
  public ParcelView byNumber(@PathVariable String number) {
    TrackingNumber wanted = new TrackingNumber(number);
@@51     Parcel parcel = store.findByNumber(wanted).orElseThrow(Problem.NotFound::new);
    return ParcelView.of(parcel);
@@62   }

@@68   @GetMapping
  public List<ParcelView> list(int page) {
    int size = Paging.sizeOf(page);
@@90     return List.of();
@@97   }

@@103   @PostMapping
  public ParcelView register(String number, String carrier, Shop shop) {
@@119     Parcel.ShopId owner = new Parcel.ShopId(shop.id());

    Parcel parcel = tracker.register(new TrackingNumber(number), Parcel.carrierOf(carrier), owner);
@@130     return ParcelView.of(parcel);
@@139   }
@@171 }
