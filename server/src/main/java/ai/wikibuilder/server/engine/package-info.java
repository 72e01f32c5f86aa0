/**
 * The engine as this installation uses it: how it reaches the outside, what one repository may
 * cost, how wikis are written, which models are central.
 *
 * <p>In: {@link ai.wikibuilder.server.engine.EngineSettings}, made by the command line. Out: the
 * one guard of outbound addresses. Entry: {@link ai.wikibuilder.server.engine.EngineSettings}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ai.wikibuilder.server.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
