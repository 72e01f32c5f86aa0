package ai.wikibuilder.models.access;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.Tier;
import java.util.Optional;

/**
 * A model that is looked at once, when there is work for it: whoever finds that nothing is to be
 * done pays for no look. May be shared by threads.
 *
 * <p>A model that does not answer just now, or for which the budget has nothing, is not asked any
 * more: each use says why, and pages are composed.
 */
public final class ExaminedModel implements ChatModel {
  private final ChatModel model;
  private final Preflight preflight;
  private Optional<ModelException> failure = Optional.empty();
  private boolean examined;

  public ExaminedModel(ChatModel model, Preflight preflight) {
    this.model = model;
    this.preflight = preflight;
  }

  @Override
  public synchronized void ready() {
    if (examined) {
      return;
    }
    try {
      preflight.require();
    } catch (ModelException e) {
      if (!e.kind().isPassing() && e.kind() != ModelException.Kind.OVER_BUDGET) {
        throw e;
      }
      failure = Optional.of(e);
    }
    examined = true;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ModelException what was found when it was looked at
   */
  @Override
  public ChatReply reply(ChatRequest request, PieceListener pieces) {
    ready();
    Optional<ModelException> found = found();
    if (found.isPresent()) {
      throw new ModelException(
          found.get().kind(), String.valueOf(found.get().getMessage()), found.get());
    }
    return model.reply(request, pieces);
  }

  private synchronized Optional<ModelException> found() {
    return failure;
  }

  @Override
  public boolean marksPay(Tier tier, double laterReads) {
    return model.marksPay(tier, laterReads);
  }

  @Override
  public boolean keepsUnasked(Tier tier) {
    return model.keepsUnasked(tier);
  }

  @Override
  public int promptTokensMax(Tier tier, int outputTokensMax) {
    return model.promptTokensMax(tier, outputTokensMax);
  }
}
