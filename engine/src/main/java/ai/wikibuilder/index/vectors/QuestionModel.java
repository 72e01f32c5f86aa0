package ai.wikibuilder.index.vectors;

import ai.wikibuilder.models.Embedder;
import java.util.function.IntFunction;

/**
 * What gives questions their vectors.
 *
 * @param embedder for vectors of this length; closed by whoever asked for it
 */
public record QuestionModel(VectorModel model, IntFunction<Embedder> embedder) {}
