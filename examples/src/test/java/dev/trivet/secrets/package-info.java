/**
 * Looks for secrets in everything that all modules together can show.
 *
 * <p>It may use every module, and looks into their objects by reflection. Start at {@link
 * dev.trivet.secrets.NoSecretShownTest}.
 */
@NullMarked
package dev.trivet.secrets;

import org.jspecify.annotations.NullMarked;
