package ai.wikibuilder.pages.corrections;

import java.util.Optional;

/**
 * One claim that was reported as wrong. Immutable.
 *
 * @param page slug of the page it stood on when it was reported
 * @param form what it is recognised by
 * @param said the sentence as it was read
 * @param instead what is to be said in its place; empty when it is taken out
 * @param why in a few words
 */
public record Correction(
    String page, ClaimForm form, String said, Optional<String> instead, String why) {}
