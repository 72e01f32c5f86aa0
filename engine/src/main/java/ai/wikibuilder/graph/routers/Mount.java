package ai.wikibuilder.graph.routers;

/**
 * One router put below another: {@code parent.include_router(users.router, prefix="/users")}.
 * Immutable.
 *
 * @param parent the router's name in this file
 * @param child what is mounted, as written: a name with its qualifier
 * @param module the module that is mounted where the call names it itself; empty otherwise
 * @param prefix the path given to it; with constants as in {@link FileRouters}
 */
record Mount(String parent, String child, String module, String prefix) {}
