/**
 * The one database: a real PostgreSQL, either started here beside the program or named by an
 * address, brought to the present schema before anything else runs.
 *
 * <p>In: {@link ai.wikibuilder.server.database.DatabaseSettings}. Out: {@link
 * ai.wikibuilder.server.database.Database}, with a login that owns the tables and another one,
 * which does not, for everything that answers requests. Entry: {@link
 * ai.wikibuilder.server.database.Database#open}. Throws {@link
 * ai.wikibuilder.server.database.DatabaseException} alone. Limits: {@link
 * ai.wikibuilder.server.database.ConnectionPool}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ai.wikibuilder.server.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
