"""Estimates when a parcel arrives."""

class DeliveryEstimator:
    """Knows how long carriers take."""

    def estimate_days(self, carrier):
        """Median days of a carrier."""
        return median_days(carrier)


def median_days(carrier):
    return 3
