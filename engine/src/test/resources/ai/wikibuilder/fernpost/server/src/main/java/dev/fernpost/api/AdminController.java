package dev.fernpost.api;

import dev.fernpost.intake.DeadLetterBox;
import dev.fernpost.tracking.ParcelMerger;
import dev.fernpost.tracking.TrackingNumber;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
@@20 @RestController
@RequestMapping("/admin")
@RequiredArgsConstructor
public class AdminController {

  private final ParcelMerger merger;

@@41   @PostMapping("/merge")
  public ParcelView merge(String kept, String absorbed) {
@@49     var merged = merger.merge(new TrackingNumber(kept), new TrackingNumber(absorbed));
    return ParcelView.of(merged);
@@60   }

@@65   @GetMapping("/dead-letters")
  public List<?> deadLetters() {
@@72     return DeadLetterBox.open().list();
@@80   }

}
