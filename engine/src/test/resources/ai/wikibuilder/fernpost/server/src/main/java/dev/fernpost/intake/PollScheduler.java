package dev.fernpost.intake;

import dev.fernpost.carriers.CarrierClient;
import dev.fernpost.carriers.CarrierRegistry;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
@@16 @Component
@RequiredArgsConstructor
public class PollScheduler {

  private final CarrierRegistry carriers;
  private final ScanIntake intake;
  private final PollPlan plan;

@@38   @Scheduled(fixedDelayString = "${fernpost.intake.poll-every}")
  public void poll() {
@@50     for (CarrierClient client : carriers.all()) {
      Instant since = plan.lastAsked();
@@62       var scans = client.fetchSince(since);

@@74       intake.accept(client.name(), scans);
    }
@@94   }
@@142 }
