package ai.wikibuilder.server.corrections;

import ai.wikibuilder.pages.corrections.Corrections;
import ai.wikibuilder.pages.corrections.CorrectionsException;
import ai.wikibuilder.pages.corrections.CorrectionsFile;
import ai.wikibuilder.server.jobs.Additions;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import java.nio.file.Path;

/** Corrections as builds take them along. Threads may share it. */
final class KeptOut implements Additions {
  private final ReportedSentences reported;

  KeptOut(ReportedSentences reported) {
    this.reported = reported;
  }

  @Override
  public boolean isAny(TenantId tenant, RepositoryId repository) {
    return reported.isAny(tenant, repository);
  }

  @Override
  public boolean putInto(TenantId tenant, RepositoryId repository, Path store) {
    Corrections wanted = Corrections.none();
    for (KeptCorrection one : reported.list(tenant, repository)) {
      wanted = wanted.with(one.correction());
    }
    if (there(store).all().equals(wanted.all())) {
      return false;
    }
    CorrectionsFile.write(store, wanted);
    return true;
  }

  /** What is damaged is put there anew. */
  private static Corrections there(Path store) {
    try {
      return CorrectionsFile.read(store);
    } catch (CorrectionsException e) {
      return Corrections.none();
    }
  }
}
