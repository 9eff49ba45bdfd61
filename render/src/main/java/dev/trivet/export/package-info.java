/**
 * Rendered files as documents for those who provision machines their own way: cloud-init, Ignition, a shell, Cluster API.
 *
 * <p>This package may use Trivet's core and Jackson, which does not show outside. Start at {@link dev.trivet.export.Exports}; to
 * serve another tool, write an {@link dev.trivet.export.Export}.
 */
@NullMarked
package dev.trivet.export;

import org.jspecify.annotations.NullMarked;
