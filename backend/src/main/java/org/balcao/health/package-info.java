/** What {@code /q/health/ready} says of the machine: folders that cannot be written, a disk that is nearly full. */
package org.balcao.health;
