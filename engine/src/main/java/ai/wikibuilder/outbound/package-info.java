/**
 * The one guard for every address a user can name.
 *
 * <p>In: an address. Out: connections whose every resolved address was checked, dialled as checked,
 * and checked again for each redirect. Entry: {@link OutboundGuard}. The rest of the product opens
 * no connection that a user can steer.
 */
@NullMarked
package ai.wikibuilder.outbound;

import org.jspecify.annotations.NullMarked;
