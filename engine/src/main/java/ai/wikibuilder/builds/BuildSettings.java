package ai.wikibuilder.builds;

import ai.wikibuilder.chunks.ChunkLimits;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.site.SiteSettings;

/**
 * What a build needs to know beside the request. Immutable.
 *
 * @param chunks how files are cut
 * @param site how the site is written
 */
public record BuildSettings(FactsSettings facts, ChunkLimits chunks, SiteSettings site) {}
