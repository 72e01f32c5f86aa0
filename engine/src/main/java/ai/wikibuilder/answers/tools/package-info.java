/**
 * Tools for agents: what a program may ask of one wiki, by name and arguments, answered in text.
 *
 * <p>In: {@link ServedWiki}. Entry: {@link WikiTools}. No protocol is known here: whoever speaks
 * one hands over {@link WikiTools#all} and {@link WikiTools#call}. Limits: {@link Excess} bounds
 * every answer; what is longer comes in parts, by a cursor.
 */
@NullMarked
package ai.wikibuilder.answers.tools;

import org.jspecify.annotations.NullMarked;
