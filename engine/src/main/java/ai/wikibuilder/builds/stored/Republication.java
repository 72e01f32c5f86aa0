package ai.wikibuilder.builds.stored;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.generations.Staging;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.index.IndexBuilder;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.SiteSettings;
import ai.wikibuilder.site.SiteWriter;
import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.snapshots.HostForms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shows other pages of the same snapshot as a new generation, which takes over everything else.
 * Used by whoever holds the lock of the output folder.
 */
record Republication(GenerationStore store, Generation generation, SiteSettings site) {
  /** Publishes a checked wiki. */
  void publish(Wiki wiki, StoredTexts texts) {
    SnapshotId snapshot = wiki.snapshot();
    try (Staging staging = store.begin(Optional.of(generation));
        IndexBuilder index =
            IndexBuilder.continueFrom(generation.indexFolder(), staging.indexFolder())) {
      List<StoredFile> files = staging.adopt(generation.files());
      index.commit();
      staging.adoptVectors();
      Optional<HostLinks> links =
          snapshot
              .address()
              .flatMap(
                  address -> snapshot.commit().flatMap(commit -> HostForms.of(address, commit)));
      new SiteWriter(site)
          .showing(StoredPictures.of(generation))
          .write(wiki, texts, links, staging.wikiFolder());
      String _ = store.publish(staging, snapshot.treeId(), files, properties(wiki.quality()));
    }
  }

  private Map<String, String> properties(Quality quality) {
    Map<String, String> properties = new TreeMap<>(generation.properties());
    properties.put("count.claims", Integer.toString(quality.claims()));
    properties.put("count.verified", Integer.toString(quality.verified()));
    properties.put("count.findings", Integer.toString(quality.findings().size()));
    return properties;
  }
}
