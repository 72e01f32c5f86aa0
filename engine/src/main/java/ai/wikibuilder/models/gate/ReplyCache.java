package ai.wikibuilder.models.gate;

import ai.wikibuilder.models.ChatReply;
import java.util.Optional;

/** Replies kept by what was asked and of whom. Shared by threads. No failure ever shows. */
public interface ReplyCache {
  /** The reply kept under a key. */
  Optional<ChatReply> find(String key);

  /** Keeps a reply, if it can. */
  void keep(String key, ChatReply reply);

  /** Keeps nothing. */
  static ReplyCache none() {
    return new ReplyCache() {
      @Override
      public Optional<ChatReply> find(String key) {
        return Optional.empty();
      }

      @Override
      public void keep(String key, ChatReply reply) {}
    };
  }
}
