package ai.wikibuilder.source.fetch;

import java.time.Duration;

/**
 * Bounds of one fetch. Immutable.
 *
 * @param fetchTimeMax the whole fetch, from the first connect
 * @param silenceMax no byte received for this long ends the fetch
 * @param packBytesMax bytes received from the host
 * @param objectCountMax objects announced by the pack
 * @param blobBytesMax larger files are not fetched where the host can leave them out
 */
public record FetchLimits(
    Duration fetchTimeMax,
    Duration silenceMax,
    long packBytesMax,
    long objectCountMax,
    long blobBytesMax) {}
