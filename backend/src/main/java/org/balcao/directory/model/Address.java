package org.balcao.directory.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.stream.Stream;

/** HSDS address: where a location is, or where it receives post. */
@Entity
@Table(schema = "directory", name = "address")
public class Address extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Location location;

    public String attention;

    @Column(name = "address_1")
    public String address1;

    @Column(name = "address_2")
    public String address2;

    public String city;

    public String region;

    public String stateProvince;

    public String postalCode;

    public String country;

    public String addressType;

    /**
     * Whether HSDS would accept it: street, city, district, postal code and country are all known.
     * One that is not complete stays out of HSDS {@code addresses}, because an invented postal code would be a lie.
     */
    public boolean isComplete() {
        return Stream.of(address1, city, stateProvince, postalCode, country, addressType)
                .noneMatch(part -> part == null || part.isBlank());
    }

    /** What is known of it as one line: street, postal code and city. */
    public String asText() {
        var town = String.join(
                " ", Stream.of(postalCode, city).filter(part -> part != null).toList());
        return String.join(
                ", ",
                Stream.of(address1, address2, town)
                        .filter(part -> part != null && !part.isBlank())
                        .toList());
    }
}
