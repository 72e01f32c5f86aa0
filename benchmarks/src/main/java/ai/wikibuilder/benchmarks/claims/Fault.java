package ai.wikibuilder.benchmarks.claims;

/** How a claim is made false. */
public enum Fault {
  FILE("wrong file"),
  LINE("wrong lines"),
  METHOD("wrong name"),
  COUNT("wrong count"),
  SWAP("swapped sides");

  private final String label;

  Fault(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
