package ai.wikibuilder.graph;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.modules.FileRole;

/**
 * How much the rest of the repository leans on a symbol: PageRank over the edges.
 *
 * <p>Each round a symbol passes 85 % of its share along its edges, by weight, and the rest is given
 * to all symbols alike. A member passes part of its share to the type around it, so a type stands
 * for its members. Lines of tests and examples count a tenth: what tests lean on is not what the
 * product leans on. Twenty rounds move no rank by more than a few per cent afterwards; doubles are
 * summed in a fixed order, so the same graph gives the same numbers.
 */
final class Importance {
  private static final int ROUND_COUNT = 20;

  /** The damping of the original algorithm (Page, Brin et al. 1998). */
  private static final double DAMPING = 0.85;

  /** Weight with which a member leans on the symbol around it. */
  private static final double CONTAINER_WEIGHT = 0.5;

  /** Weight of a line of a test or an example beside one of the product. */
  private static final double SUPPORT_WEIGHT = 0.1;

  /**
   * Weights of edges, and by symbol what it could pass on and what it does: a test passes on a
   * tenth, the rest is shared by all.
   */
  private static final class Weights {
    private final float[] ofEdge;
    private final double[] outgoing;
    private final double[] passed;

    Weights(float[] ofEdge, double[] outgoing, double[] passed) {
      this.ofEdge = ofEdge;
      this.outgoing = outgoing;
      this.passed = passed;
    }
  }

  private final Scopes scopes;
  private final EdgeTable edges;

  Importance(Scopes scopes, EdgeTable edges) {
    this.scopes = scopes;
    this.edges = edges;
  }

  /** One number a symbol, all together 1 (or none, without symbols). */
  float[] ofSymbols() {
    int count = scopes.symbols.size();
    float[] weights = edgeWeights();
    double[] outgoing = new double[count];
    double[] passed = new double[count];
    for (int edge = 0; edge < edges.size(); edge++) {
      if (edges.source(edge) >= 0) {
        outgoing[edges.source(edge)] += weight(edges.kind(edge));
        passed[edges.source(edge)] += weights[edge];
      }
    }
    for (int symbol = 0; symbol < count; symbol++) {
      double container = scopes.parent(symbol) >= 0 ? CONTAINER_WEIGHT : 0;
      outgoing[symbol] += container;
      passed[symbol] += container;
    }
    double[] rank = new double[count];
    java.util.Arrays.fill(rank, 1.0 / Math.max(1, count));
    for (int round = 0; round < ROUND_COUNT; round++) {
      rank = nextRound(rank, new Weights(weights, outgoing, passed));
    }
    float[] result = new float[count];
    for (int i = 0; i < count; i++) {
      result[i] = (float) rank[i];
    }
    return result;
  }

  private double[] nextRound(double[] rank, Weights weights) {
    double[] next = new double[rank.length];
    for (int edge = 0; edge < edges.size(); edge++) {
      int source = edges.source(edge);
      if (source >= 0) {
        next[edges.target(edge)] +=
            DAMPING * rank[source] * weights.ofEdge[edge] / weights.outgoing[source];
      }
    }
    double kept = 0;
    for (int symbol = 0; symbol < rank.length; symbol++) {
      int parent = scopes.parent(symbol);
      if (parent >= 0) {
        next[parent] += DAMPING * rank[symbol] * CONTAINER_WEIGHT / weights.outgoing[symbol];
      }
      if (weights.outgoing[symbol] > 0) {
        kept += DAMPING * rank[symbol] * weights.passed[symbol] / weights.outgoing[symbol];
      }
    }
    double shared = (1 - kept) / Math.max(1, rank.length);
    for (int symbol = 0; symbol < next.length; symbol++) {
      next[symbol] += shared;
    }
    return next;
  }

  private float[] edgeWeights() {
    boolean[] support = new boolean[scopes.files.size()];
    for (int file = 0; file < support.length; file++) {
      support[file] = scopes.files.role(file, scopes.symbols) != FileRole.MAIN;
    }
    float[] weights = new float[edges.size()];
    for (int edge = 0; edge < weights.length; edge++) {
      int source = edges.source(edge);
      int file = source >= 0 ? scopes.fileOf(source) : ~source;
      boolean beside = support[file] || (source >= 0 && scopes.symbols.isTest(source));
      weights[edge] = (float) (weight(edges.kind(edge)) * (beside ? SUPPORT_WEIGHT : 1));
    }
    return weights;
  }

  private static double weight(ReferenceKind kind) {
    return switch (kind) {
      case CALL, INHERIT -> 1;
      case TYPE -> 0.7;
      case ANNOTATION -> 0.2;
    };
  }
}
