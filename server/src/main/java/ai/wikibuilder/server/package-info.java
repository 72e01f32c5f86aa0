/**
 * Who may have a wiki, and where: tenants, accounts, plans, and the addresses they are reached by.
 *
 * <p>In: {@link ai.wikibuilder.server.ServerSettings}, made by the command line. Out: a running
 * server. Entry: {@link ai.wikibuilder.server.Server#start}. One package is one module; which may
 * know which is written in their package-info and tested.
 */
@NullMarked
package ai.wikibuilder.server;

import org.jspecify.annotations.NullMarked;
