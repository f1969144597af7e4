package org.balcao.directory.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** HSDS location: a place where services are given. */
@Entity
@Table(schema = "directory", name = "location")
public class Location extends DirectoryRecord {
    @ManyToOne(fetch = FetchType.LAZY)
    public Organization organization;

    public String locationType;

    public String url;

    public String name;

    public String alternateName;

    public String description;

    public String transportation;

    public Double latitude;

    public Double longitude;

    /** Ours: what the coordinates are the middle of; null where they are the building's own, as far as anybody says. */
    @Convert(converter = PositionPrecision.Stored.class)
    public PositionPrecision positionPrecision;

    public String externalIdentifier;

    public String externalIdentifierType;

    /** Ours: the e-mail address of this place. */
    public String email;

    /** Ours: the official code of the municipality (DICO), see {@link Place#code}. */
    public String municipalityCode;

    /** Ours: full, partial (municipality only) or hidden (a shelter, for example). */
    public String addressVisibility;

    /** Ours: Europe/Lisbon or Atlantic/Azores. */
    public String timezoneName;

    /** Ours: high, medium or low; low is shown as not confirmed. */
    public String confidence;

    /** Ours: when somebody last checked that this is true. */
    public LocalDate assuredDate;

    /** Ours: who checked, as a role or an organization. */
    public String assurer;

    /** Ours: what an editor should check, or what a source says beside the facts. */
    public String notes;

    @OneToMany(mappedBy = "location", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Address> addresses = new ArrayList<>();

    @OneToMany(mappedBy = "location", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Phone> phones = new ArrayList<>();

    @OneToMany(mappedBy = "location", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Contact> contacts = new ArrayList<>();

    @OneToMany(mappedBy = "location", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Schedule> schedules = new ArrayList<>();

    @OneToMany(mappedBy = "location", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Language> languages = new ArrayList<>();

    @OneToMany(mappedBy = "location", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Accessibility> accessibility = new ArrayList<>();

    @OneToMany(mappedBy = "location")
    @OrderBy("position")
    public List<ServiceAtLocation> serviceAtLocations = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "link_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Attribute> attributes = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "resource_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Metadata> metadata = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "entity_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Citation> sources = new ArrayList<>();

    /** The one-stop centre that is or was here; at most one. */
    @OneToMany(mappedBy = "location")
    public List<OneStopCentre> oneStopCentres = new ArrayList<>();

    /** The one-stop centre that is or was here. */
    public Optional<OneStopCentre> oneStopCentre() {
        return oneStopCentres.stream().findFirst();
    }
}
