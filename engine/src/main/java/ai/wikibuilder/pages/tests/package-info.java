/**
 * Which tests files hold: functions that are tests, and cases that are written as calls with a
 * sentence for a name.
 *
 * <p>In: a file of the graph and its text. Out: {@link TestFunctions} for the functions, {@link
 * TestCases} for the cases. Reads line by line, at most {@link TestCases#LINE_LENGTH_MAX}
 * characters each.
 */
@NullMarked
package ai.wikibuilder.pages.tests;

import org.jspecify.annotations.NullMarked;
