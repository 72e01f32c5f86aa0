package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.storage.GenerationId;

/**
 * A result that is in the store and waits to be shown. Immutable.
 *
 * @param digest of its manifest
 * @param commit empty where the snapshot has none
 * @param state what the build is once it is shown: done or capped
 */
record Made(
    GenerationId id,
    String digest,
    String commit,
    int pageCount,
    long byteCount,
    BuildState state) {}
