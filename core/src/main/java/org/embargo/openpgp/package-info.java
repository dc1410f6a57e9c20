/**
 * OpenPGP (RFC 9580) behind a small interface of ours: open messages, judge signatures, sign and encrypt. Start with
 * {@link org.embargo.openpgp.MessageOpener} and {@link org.embargo.openpgp.SignatureState}.
 */
@NullMarked
package org.embargo.openpgp;

import org.jspecify.annotations.NullMarked;
