/** Webhooks and their messages in the database. */
package org.balcao.webhook.store;
