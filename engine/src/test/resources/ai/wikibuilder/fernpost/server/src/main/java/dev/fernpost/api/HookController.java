package dev.fernpost.api;

import dev.fernpost.carriers.CarrierClient;
import dev.fernpost.carriers.CarrierRegistry;
import dev.fernpost.intake.ScanIntake;
import dev.fernpost.intake.SignatureCheck;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
@@20 @RestController
@RequiredArgsConstructor
public class HookController {

@@29   @Value("${fernpost.intake.max-body}") private int maxBody;


  /**
   * Takes a carrier's push.
   * Answers 202 even
   * for scans seen before,
   * so that carriers do not retry.
   */
  @PostMapping("/hooks/{carrier}")
  public ResponseEntity<Void> receive(
      @PathVariable String carrier, @RequestBody byte[] body, @RequestHeader String signature) {
    if (body.length > maxBody) {
      return ResponseEntity.status(413).build();
    }


    CarrierClient client = CarrierRegistry.known().byName(carrier).orElse(null); if (client == null)
      return ResponseEntity.status(404).build();

    if (!SignatureCheck.strict().verify(client, body, signature)) {
      return ResponseEntity.status(401).build();
    }

@@58     var scans = client.parse(body);

@@63     ScanIntake.door().accept(scans.get(0).carrier(), scans);


    return ResponseEntity.status(202).build();

@@71   }
@@118 }
