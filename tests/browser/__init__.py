"""What only a real browser has: clicks on charts, component JavaScript, requests, contrast."""
