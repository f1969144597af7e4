package org.balcao.referral.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.balcao.referral.model.Priority;
import org.balcao.referral.model.Referral;

/**
 * A referral as FHIR R4: what is asked for (ServiceRequest) and the work on it (Task), by the mapping of SDOH Clinical Care 3.0.0. The person
 * is a group of one without a name: nothing of what is sealed is in it.
 *
 * @see <a href="https://hl7.org/fhir/R4/task.html">Task</a>
 */
final class Fhir {
    static final String MEDIA_TYPE = "application/fhir+json";

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneOffset.UTC);

    private Fhir() {}

    /** A collection of the two. */
    static String of(Referral referral) {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        entries.addObject().set("resource", request(referral));
        entries.addObject().set("resource", task(referral));
        return bundle.toString();
    }

    private static ObjectNode request(Referral referral) {
        ObjectNode request = JSON.createObjectNode()
                .put("resourceType", "ServiceRequest")
                .put("id", referral.chainId().toString());
        addPerson(request);
        request.put("status", requestStatus(referral))
                .put("intent", "order")
                .put("priority", priority(referral.priority()));
        if (referral.need() != null) {
            request.putObject("code").put("text", referral.need());
        }
        request.putObject("subject").put("reference", "#person");
        request.put("authoredOn", MOMENT.format(referral.sentAt()));
        if (referral.rootOrg() != null) {
            request.set("requester", organization(referral.rootOrg()));
        }
        request.putArray("performer").add(organization(referral.receiverOrg()));
        return request;
    }

    private static ObjectNode task(Referral referral) {
        ObjectNode task = JSON.createObjectNode()
                .put("resourceType", "Task")
                .put("id", referral.id().toString());
        addPerson(task);
        if (referral.parentId() != null) {
            task.putArray("partOf").addObject().put("reference", "Task/" + referral.parentId());
        }
        task.put("status", taskStatus(referral));
        if (referral.code() != null) {
            task.putObject("statusReason").put("text", referral.code());
        }
        task.putObject("businessStatus").put("text", referral.state().word());
        task.put("intent", "order").put("priority", priority(referral.priority()));
        task.putObject("focus").put("reference", "ServiceRequest/" + referral.chainId());
        task.putObject("for").put("reference", "#person");
        task.put("authoredOn", MOMENT.format(referral.sentAt()))
                .put("lastModified", MOMENT.format(lastModified(referral)));
        if (referral.senderOrg() != null) {
            task.set("requester", organization(referral.senderOrg()));
        }
        task.set("owner", organization(referral.receiverOrg()));
        if (referral.dueAt() != null) {
            task.putObject("restriction").putObject("period").put("end", MOMENT.format(referral.dueAt()));
        }
        if (referral.state() == org.balcao.referral.model.State.COMPLETED) {
            ObjectNode output = task.putArray("output").addObject();
            output.putObject("type").put("text", "outcome");
            output.putObject("valueCodeableConcept").put("text", referral.code());
        }
        return task;
    }

    private static void addPerson(ObjectNode resource) {
        resource.putArray("contained")
                .addObject()
                .put("resourceType", "Group")
                .put("id", "person")
                .put("type", "person")
                .put("actual", true)
                .put("quantity", 1);
    }

    private static ObjectNode organization(UUID id) {
        return JSON.createObjectNode().put("reference", "Organization/" + id);
    }

    private static Instant lastModified(Referral referral) {
        if (referral.endedAt() != null) {
            return referral.endedAt();
        }
        return referral.answeredAt() != null ? referral.answeredAt() : referral.sentAt();
    }

    private static String priority(Priority priority) {
        return switch (priority) {
            case EMERGENCY -> "stat";
            case URGENT -> "urgent";
            case NORMAL -> "routine";
        };
    }

    private static String requestStatus(Referral referral) {
        return switch (referral.state()) {
            case COMPLETED -> "completed";
            case VOIDED -> "entered-in-error";
            case DECLINED, WITHDRAWN, EXPIRED, LAPSED, FORWARDED -> "revoked";
            default -> "active";
        };
    }

    private static String taskStatus(Referral referral) {
        return switch (referral.state()) {
            case SENT, UNDER_STUDY -> "requested";
            case ACCEPTED -> "accepted";
            case IN_PROGRESS -> "in-progress";
            case ON_HOLD -> "on-hold";
            case COMPLETED -> "completed";
            case DECLINED -> "rejected";
            case FORWARDED, WITHDRAWN -> "cancelled";
            case EXPIRED, LAPSED -> "failed";
            case VOIDED -> "entered-in-error";
        };
    }
}
