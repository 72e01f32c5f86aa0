/**
 * A newcomer's questions: does a wiki answer them, and near its start?
 *
 * <p>In: files of questions with the place that answers each, and folders with git. Out: how many
 * of each repository's questions are answered. Entry: {@link QuestionnaireBenchmark}.
 */
@NullMarked
package ai.wikibuilder.benchmarks.questionnaire;

import org.jspecify.annotations.NullMarked;
