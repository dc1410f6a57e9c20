package org.embargo.model;

import java.util.Objects;

/**
 * The two ways in which an approved text may name its reporter: he may ask not to be named until the end.
 *
 * @param named     how he is credited; the same as {@code anonymous} where he is not to be named anyway
 * @param anonymous what stands there when he asks not to be named
 */
public record CreditForms(Confidential named, Confidential anonymous) {

    public CreditForms {
        Objects.requireNonNull(named, "named");
        Objects.requireNonNull(anonymous, "anonymous");
    }

    /** The form that {@code credit} asks for, as it stands at this moment. */
    public Confidential of(Credit credit) {
        return credit.effective().flatMap(Credit.Naming::name).isPresent() ? named : anonymous;
    }
}
