/** What a webhook is, and a message to it. */
package org.balcao.webhook.model;
