package ai.wikibuilder.models;

/** What a call is for; the ledger keeps it with what the call cost. */
public enum Purpose {
  PREFLIGHT,
  PLAN,
  PAGE,
  REPAIR,
  QUESTION,
  ANSWER,
  RESEARCH,
  CODE_MAP,
  EMBEDDING
}
