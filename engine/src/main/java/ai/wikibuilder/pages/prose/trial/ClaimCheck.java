package ai.wikibuilder.pages.prose.trial;

/** Looks at one side of a claim. Implementations are used by one thread. */
interface ClaimCheck {
  void check(Claim claim, Trial trial);
}
