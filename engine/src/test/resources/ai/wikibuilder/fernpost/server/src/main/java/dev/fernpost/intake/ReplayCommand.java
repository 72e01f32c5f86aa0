package dev.fernpost.intake;

import dev.fernpost.carriers.CarrierName;
import java.util.List;
import java.util.concurrent.Callable;
import lombok.RequiredArgsConstructor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
@@14 /**
 * Feeds dead letters
 * back into intake.
 */
@Command(name = "replay")
public class ReplayCommand implements Runnable {


  @Option(names = "--since")
  String since;

  @Option(names = "--carrier")
  String carrier;

  @Option(names = "--dry-run")
  boolean dryRun;

  ScanIntake intake;

@@40   @Override
  public void run() {
    CarrierName name = CarrierName.valueOf(carrier);
@@58     intake.accept(name, List.of());
@@80   }
@@88 }
@@100 record ReplayRange(String since, String carrier) {
@@121 }
