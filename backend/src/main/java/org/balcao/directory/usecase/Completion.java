package org.balcao.directory.usecase;

import org.balcao.directory.model.Service;

/** What another part of the product knows of a service beside its source, such as who may use it. */
public interface Completion {

    /** Fills what the source left empty; what the source says stays. */
    void complete(Service service);
}
