/**
 * How the repository is got, built, run and tested, by which tools, with which dependencies, and
 * how it is deployed.
 *
 * <p>In: {@code pages.material.Material}. Entry: {@link BuildPage}, {@link DeploymentPage}, {@link
 * Commands}. Only commands that a file of the repository states are told, else the usual one of its
 * build tool, marked as such.
 */
@NullMarked
package ai.wikibuilder.pages.building;

import org.jspecify.annotations.NullMarked;
