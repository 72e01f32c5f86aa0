package dev.fernpost.notify;

import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
@@17 /**
 * Sends what the planner wrote down.
 * Safe to run on several machines at once.
 */
@Component
@RequiredArgsConstructor
public class OutboxJob {

  private final OutboxStore outbox;
  private final MailSender mail;
  private final WebhookSender webhooks;


  @Value("${fernpost.outbox.max-attempts}") private int attempts;



  @Scheduled(fixedDelayString = "${fernpost.outbox.every}")
  public void run() {
@@44     for (OutboxStore.Row row : outbox.claimDue(Instant.now(), attempts)) {
@@58       Subscription to = row.subscription();
      switch (to.isMail() ? "mail" : "webhook") {
        case "mail" ->
            mail.send(to, row.template());
        default ->

            webhooks.send(to, row.template());

      }
@@80     }
@@92   }
@@139 }
