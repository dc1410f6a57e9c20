package org.embargo.mail;

import java.util.Objects;
import java.util.Optional;

/**
 * What a delivery report (RFC 3464, recognised by structure alone) says of one recipient.
 *
 * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded}
 * @param status the enhanced status code such as {@code 5.1.1}, where there is one
 */
public record DeliveryStatus(String action, Optional<String> status) {

    public DeliveryStatus {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(status, "status");
    }

    public boolean isFailure() {
        return action.equals("failed");
    }
}
