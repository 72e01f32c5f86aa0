package ai.wikibuilder.server.accounts.letters;

import ai.wikibuilder.server.accounts.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings letters to people. Implementations are shared by threads. */
public interface LetterSender {
  /** A letter to one person; its text may hold a link that is a secret. */
  record Letter(EmailAddress to, String subject, String text) {}

  /** Sends it, or takes it on to be sent; failing is the sender's to report. */
  void send(Letter letter);

  /** Writes letters to the log instead: for a machine of one's own that sends no mail. */
  final class ToLog implements LetterSender {
    private static final Logger LOG = LoggerFactory.getLogger(ToLog.class);

    @Override
    public void send(Letter letter) {
      LOG.warn(
          "no mail is configured, so here is the letter to {}: {}", letter.to(), letter.text());
    }
  }
}
