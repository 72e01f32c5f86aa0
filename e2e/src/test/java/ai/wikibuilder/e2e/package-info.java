/**
 * The program as it ships, met from outside: {@code cli/target/app} in processes of its own, with a
 * real PostgreSQL, a git host, a browser and an agent. In: the folder that {@code cli} has
 * packaged. Start at {@code ServerWalkTest}. No class of the product is on the class path here.
 */
@NullMarked
package ai.wikibuilder.e2e;

import org.jspecify.annotations.NullMarked;
